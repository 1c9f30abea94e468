/** How a file that a reader takes away is called. */

/**
 * Two files of one chart, of one comune and of another, as it is and as it was, must not be taken for each other once they are in a folder;
 * nor those of two pages that have a chart of the same name.
 * @param nome with its extension, the ambito first
 * @param indirizzo path and query of the page that it is taken from: they say of which comune and of which edizione, where it is of one
 */
export function nameFile(nome: string, indirizzo: string): string {
  const [, comune] = /\/comuni\/(\d+)/.exec(indirizzo) ?? [];
  const [, numero] = /[?&]edizione=(\d+)/.exec(indirizzo) ?? [];
  const quale = `${comune === undefined ? '' : `-${comune}`}${numero === undefined ? '' : `-edizione-${numero}`}`;
  const [, ambito, pagina] = /^\/([^/?]+)\/([a-z]+)(?=$|\?)/.exec(indirizzo) ?? [];
  const suo = pagina === undefined ? nome : nome.replace(`${ambito}-`, `${ambito}-${pagina}-`);
  return suo.replace(/(?=\.\w+$)/, quale);
}
