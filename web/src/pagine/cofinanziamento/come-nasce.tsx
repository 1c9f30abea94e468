import { formatNumero } from '../../../../functions/core/formato.ts';
import { Cifra } from '../../componenti/cifra.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { CHIAVE } from '../../serie/luoghi.ts';
import { joinNomi } from '../../serie/parole.ts';
import { isPresente } from '../../serie/raccolta.ts';
import { type BaseRiparto, computeQuote, sumFondi } from '../../serie/riparto.ts';
import { formatValore } from '../../serie/valore.ts';
import type { Pagina } from './pagina.ts';

/** The key that yields each quota, with its remainder. */
export function ComeNasce({ dati, base, cofinanziamento, raccolta, fontiOf }: Pagina & { base: BaseRiparto }) {
  const quote = computeQuote(base);
  if (quote === null) return null;
  const totale = base.pesi.reduce((somma, { residenti }) => somma + residenti, 0);
  const pubblicata = new Map(cofinanziamento.comuni.map(({ codice, minimo }) => [codice, minimo.totale]));
  const diverse = quote.filter(({ id, importoCent }) => {
    const sua = pubblicata.get(id);
    return isPresente(sua ?? null) && sua?.valore !== importoCent;
  });
  const calcolata = (codice: string | null) =>
    raccolta.find({ id: 'cofinanziamento-minimo-calcolato', comune: codice, periodo: base.anno });
  /** Residents, parts, remainders and transfers are the inputs of the quota: its walk back lists them. */
  const conto = (codice: string | null, testo: string) => (
    <Cifra key={testo} dato={calcolata(codice)} ambito={dati.ambito.id} nome="Riparto" testo={testo} conSegno={false} />
  );
  const fondi = base.fondi.map(
    ({ id, importoCent }) => `${id} ${formatValore(importoCent, { unita: '€', decimali: 2 })}`,
  );
  return (
    <section className="sezione" aria-labelledby={CHIAVE}>
      <h2 id={CHIAVE}>
        {diverse.length === 0
          ? 'Le quote pubblicate tornano al centesimo con i residenti di ogni comune'
          : `${joinNomi(diverse.map(({ id }) => base.pesi.find(({ codice }) => codice === id)?.nome ?? id))}: la quota pubblicata differisce da quella ricalcolata`}
      </h2>
      <p>
        Nel {base.anno} si dividono {conto(null, formatValore(sumFondi(base.fondi), { unita: '€', decimali: 2 }))} (
        {fondi.join(' + ')}) secondo i {base.chiave}. I centesimi interi si danno subito; quelli che avanzano vanno ai
        resti più grandi, così la somma è sempre esatta.
      </p>
      <Ripiego sommario="Vedi il conto, comune per comune">
        <Tabella
          didascalia={`Come nasce la quota minima del ${base.anno}`}
          testa="Comune"
          colonne={[
            { chiave: 'residenti', titolo: 'Residenti', etichetta: 'Residenti', numerica: true },
            { chiave: 'parte', titolo: 'Parte', etichetta: 'Parte', numerica: true },
            {
              chiave: 'resto',
              titolo: (
                <>
                  Resto<span className="minuto">frazione di centesimo</span>
                </>
              ),
              etichetta: 'Resto, frazione di centesimo',
              numerica: true,
            },
            { chiave: 'quota', titolo: 'Quota ricalcolata', etichetta: 'Quota ricalcolata', numerica: true },
            { chiave: 'pubblicata', titolo: 'Quota pubblicata', etichetta: 'Quota pubblicata', numerica: true },
          ]}
          righe={[
            ...quote.map(({ id, resto }) => {
              const peso = base.pesi.find(({ codice }) => codice === id);
              const nome = peso?.nome ?? id;
              return {
                chiave: id,
                testa: nome,
                celle: [
                  conto(id, formatNumero(peso?.residenti ?? Number.NaN)),
                  conto(id, `${formatNumero(((peso?.residenti ?? Number.NaN) / totale) * 100, 2)}\u202f%`),
                  conto(id, formatNumero(resto, 4)),
                  <Cifra key="quota" dato={calcolata(id)} ambito={dati.ambito.id} nome={nome} />,
                  <Cifra key="pubblicata" dato={pubblicata.get(id) ?? null} ambito={dati.ambito.id} nome={nome} />,
                ],
              };
            }),
            {
              chiave: 'ambito',
              testa: 'Intero ambito',
              totale: true,
              celle: [
                conto(null, formatNumero(totale)),
                conto(null, `100,00\u202f%`),
                '',
                conto(null, formatValore(sumFondi(base.fondi), { unita: '€', decimali: 2 })),
                <Cifra
                  key="pubblicata"
                  dato={cofinanziamento.ambito.minimo.totale}
                  ambito={dati.ambito.id}
                  nome="Intero ambito"
                />,
              ],
            },
          ]}
        />
      </Ripiego>
      <p className="scheda-note">Fonte: {fontiOf(quote.map(({ id }) => calcolata(id)))}.</p>
    </section>
  );
}
