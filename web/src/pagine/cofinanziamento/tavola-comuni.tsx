import type { ReactNode } from 'react';
import { Cifra } from '../../componenti/cifra.tsx';
import { LinkScarica } from '../../componenti/comandi.tsx';
import { Ripiego } from '../../componenti/ripiego.tsx';
import { Tabella } from '../../componenti/tabella.tsx';
import { indirizzi, indirizziApi } from '../../indirizzi.ts';
import type { RigaCofinanziamento } from '../../serie/cofinanziamento.ts';
import { compareNomi } from '../../serie/ordine.ts';
import { lowerFirst, withoutPunto } from '../../serie/parole.ts';
import { type Dato, isPresente } from '../../serie/raccolta.ts';
import { formatScarto } from '../../serie/valore.ts';
import type { Pagina } from './pagina.ts';

export function TavolaComuni({ dati, cofinanziamento, fontiOf }: Pagina) {
  const { anno, annoVersato, comuni, ambito } = cofinanziamento;
  const cell = (dato: Dato | null, riga: RigaCofinanziamento, testo?: ReactNode) => (
    <Cifra key={dato?.indicatore.id} dato={dato} ambito={dati.ambito.id} nome={riga.nome} testo={testo} />
  );
  const step = (riga: RigaCofinanziamento) =>
    cell(
      riga.aumento,
      riga,
      isPresente(riga.aumento) ? formatScarto(riga.aumento.valore, riga.aumento.indicatore) : undefined,
    );
  const colonne = [
    {
      chiave: 'minimo',
      titolo: `Minimo ${anno ?? ''}`,
      sotto: 'totale',
      of: (r: RigaCofinanziamento) => cell(r.minimo.totale, r),
    },
    {
      chiave: 'denaro',
      titolo: 'di cui in denaro',
      sotto: '',
      of: (r: RigaCofinanziamento) => cell(r.minimo.denaro, r),
    },
    {
      chiave: 'servizi',
      titolo: 'di cui in servizi',
      sotto: '',
      of: (r: RigaCofinanziamento) => cell(r.minimo.servizi, r),
    },
    {
      chiave: 'versato',
      titolo: `Versato ${annoVersato ?? ''}`,
      sotto: 'in denaro',
      of: (r: RigaCofinanziamento) => cell(r.versato, r),
    },
    { chiave: 'aumento', titolo: 'Differenza', sotto: 'denaro, minimo − versato', of: step },
    {
      chiave: 'peso',
      titolo: 'Peso del minimo',
      sotto: 'sulla spesa storica',
      of: (r: RigaCofinanziamento) => cell(r.peso, r),
    },
    {
      chiave: 'programmato',
      titolo: `Programmato ${anno ?? ''}`,
      sotto: 'totale',
      of: (r: RigaCofinanziamento) => cell(r.programmato, r),
    },
  ].filter(({ of }) => [...comuni, ambito].some((riga) => of(riga).props.dato !== null));
  const perNome = comuni.toSorted((a, b) => compareNomi(a.nome, b.nome));
  const senzaProgrammato = comuni.filter(({ programmato }) => programmato !== null && programmato.valore === null);
  const motivo = senzaProgrammato[0]?.programmato;
  return (
    <section className="sezione" aria-labelledby="tavola">
      <h2 id="tavola">Comune per comune</h2>
      <Ripiego sommario={`Vedi le cifre dei ${comuni.length} comuni`}>
        <Tabella
          didascalia="Il cofinanziamento di ogni comune"
          testa="Comune"
          colonne={colonne.map(({ chiave, titolo, sotto }) => ({
            chiave,
            etichetta: sotto ? `${titolo}, ${sotto}` : titolo,
            numerica: true,
            titolo: (
              <>
                {titolo}
                {sotto && <span className="minuto">{sotto}</span>}
              </>
            ),
          }))}
          righe={[...perNome, ambito].map((riga) => ({
            chiave: riga.codice ?? 'ambito',
            testa:
              riga.codice === null ? (
                riga.nome
              ) : (
                <a href={indirizzi.comune(dati.ambito.id, riga.codice)}>{riga.nome}</a>
              ),
            celle: colonne.map(({ of }) => of(riga)),
            totale: riga.codice === null,
          }))}
        />
      </Ripiego>
      <div className="scheda-note">
        {motivo && (
          <p>
            Il programmato dei singoli comuni manca:{' '}
            {lowerFirst(withoutPunto(motivo.osservazione.note[0] ?? motivo.motivo ?? ''))}. Per questo lo scarto dal
            minimo e dalla spesa storica si conosce solo per l’intero ambito.
          </p>
        )}
        <p>
          Il peso dice quanta parte della spesa storica è coperta dalla sola quota minima: quel che manca a 100 è quanto
          il comune aggiunge se mantiene la spesa storica.
        </p>
        <p>Fonte: {fontiOf([...comuni.flatMap((r) => [r.minimo.totale, r.versato, r.peso]), ambito.programmato])}.</p>
      </div>
      <div className="azioni solo-schermo">
        <LinkScarica
          href={indirizziApi.indicatoriCsv(dati.ambito.id, {
            id: 'cofinanziamento-minimo,cofinanziamento-versato,cofinanziamento-programmato,aumento-quota-denaro,peso-quota',
          })}
        >
          CSV
        </LinkScarica>
      </div>
    </section>
  );
}
