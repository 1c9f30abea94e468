/** The parts of a prepared page below the first screen are not laid out until they come near: `_parti.scss`. */

/** As soon as there is nothing else to do; a browser that cannot tell gets a moment between one part and the next. */
const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, 50);
};

/** As in `_parti.scss`. */
const DA_DISPORRE = ':is(.parti > section ~ section, .comune-voci ~ .comune-voci):not([data-disposta])';

/**
 * Lays them out one by one, so that none holds a slow phone for long: from then on the page is as tall as it says, and a step back
 * finds the place that was left.
 */
export function layOutParti(casa: HTMLElement): void {
  whenIdle(() => {
    const parte = casa.querySelector<HTMLElement>(DA_DISPORRE);
    if (!parte) {
      delete casa.dataset.pagina;
      return;
    }
    parte.dataset.disposta = '';
    layOutParti(casa);
  });
}
