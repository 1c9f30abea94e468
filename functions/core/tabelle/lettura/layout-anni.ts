/** One year per column: how nearly every office lays out a figure of more than one year. */
import { listIntestazioni } from '../colonne.ts';
import type { Colonna, Tipo } from '../tipo.ts';
import { isNumerico } from './celle.ts';
import type { ColonnaLayout, Layout, LayoutTabella } from './layout.ts';
import { normalizeTesto } from './testo.ts';

/** The layouts of a type as published: its own, and that of the years. */
export function listLayout(tipo: Tipo): readonly Layout[] {
  return [...tipo.layout, ...deriveLayoutAnni(tipo)];
}

/** @returns none where a fact is not of one year, or has more than one figure that it cannot do without */
export function deriveLayoutAnni(tipo: Tipo): LayoutTabella[] {
  const misure = tipo.colonne.filter(({ id, formato }) => isNumerico(formato) && !tipo.chiave.includes(id));
  const necessarie = misure.filter(({ obbligatoria }) => obbligatoria);
  const [misura] = necessarie;
  const quando = tipo.chiave.find((id) => id === 'anno' || id === 'periodo');
  if (!misura || necessarie.length > 1 || !quando) return [];
  const testi = tipo.colonne.filter((colonna) => !misure.includes(colonna) && colonna.id !== quando);
  const layout: LayoutTabella = {
    forma: 'tabella',
    id: 'anni',
    titolo: 'Un anno per colonna',
    esempio: describeEsempio(testi, misura),
    colonne: [
      ...testi.map((colonna) => toColonna(colonna, tipo)),
      {
        testo: new RegExp(
          `^(?:(?:${listNomi(misura).join('|')}) )?(?:(?:nell )?anno |nel )?((?:19|20)\\d{2})${quando === 'anno' ? '' : '(?: ((?:19|20)\\d{2}))?'}$`,
        ),
        colonna: misura.id,
        implica: ([, da = '', a]) => ({
          [quando]: quando === 'anno' ? Number(da) : a === undefined ? da : `${da}-${a}`,
        }),
      },
      {
        testo: /^total[ei](?: (\d{4}) (\d{4}))?$/,
        colonna: misura.id,
        obbligatoria: false,
        implica: ([, da, a]) => (da === undefined ? {} : { [quando]: `${da}-${a}` }),
        ruolo: 'somma-riga',
      },
    ],
  };
  return [layout];
}

function toColonna(colonna: Colonna, { daContesto }: Tipo): ColonnaLayout {
  const { id, obbligatoria } = colonna;
  return { testo: listIntestazioni(colonna), colonna: id, obbligatoria: obbligatoria && !daContesto.includes(id) };
}

/** As they are held against a heading: of what a RegExp would read, `+` alone is left in them. */
function listNomi(colonna: Colonna): string[] {
  return [...new Set(listIntestazioni(colonna).map(normalizeTesto))].map((nome) => nome.replaceAll('+', '\\+'));
}

function describeEsempio(testi: readonly Colonna[], misura: Colonna): string {
  const prime = testi.filter(({ obbligatoria }) => obbligatoria);
  return [
    [...prime.map(({ titolo }) => titolo), '2020', '2021'].join(';'),
    [...prime.map(({ esempio }) => esempio), misura.esempio, misura.esempio].join(';'),
  ].join('\n');
}
