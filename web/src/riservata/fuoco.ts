/** The keyboard is never left nowhere: what had the focus may go away while a page answers. */

/** Once the page has settled: where nothing has the focus, the title of the page takes it. */
export function keepFuoco(): void {
  requestAnimationFrame(() => {
    const fuoco = document.activeElement;
    if (fuoco !== null && fuoco !== document.body) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  });
}
