import { formatNumero } from '../../../../functions/core/formato.ts';
import { indirizzi, indirizziApi } from '../../indirizzi.ts';
import { shortDocumento } from '../../serie/fonti.ts';
import { accessoOf, NOMI_ACCESSO } from '../../serie/ricerca-servizi.ts';
import type { Servizio } from '../../serie/servizi.ts';
import type { DatiServizi } from './letture.ts';

export interface ConOrigine {
  readonly ambito: string;
  readonly versioni: DatiServizi['versioni'];
}

export function UnServizio({
  servizio,
  ambito,
  versioni,
  Titolo,
}: ConOrigine & { servizio: Servizio; Titolo: 'h3' | 'h4' }) {
  const { nome, perChi, utenti, accesso, bisogni, sigle, titolare } = servizio;
  // An office or a committee has no price.
  const conCosto = bisogni[0] !== 'organizzazione' || accesso !== null;
  return (
    <article className="servizio">
      <Titolo className="servizio-nome">
        <a href={indirizzi.servizi(ambito, { servizio: servizio.id })}>{nome}</a>
      </Titolo>
      {perChi !== null && (
        <p>
          <span className="servizio-voce">Per chi: </span>
          {perChi}
        </p>
      )}
      {perChi === null && (
        <p className="minuto">
          {servizio.scheda
            ? 'La scheda del piano non dice per chi.'
            : 'Il piano lo nomina, ma non ha una scheda che lo descriva.'}
        </p>
      )}
      <ul className="servizio-tratti">
        {conCosto && (
          <li className={accesso ? 'etichetta etichetta-piena' : 'etichetta'}>{NOMI_ACCESSO[accessoOf(servizio)]}</li>
        )}
        {utenti && (
          <li>
            <strong>{formatNumero(utenti.numero)}</strong> {utenti.unita} {previsti(utenti)}
          </li>
        )}
        {titolare !== null && <li>Titolare: {titolare}</li>}
      </ul>
      {sigle.length > 0 && (
        <p className="minuto">{sigle.map(({ sigla, significato }) => `${sigla}: ${significato}`).join('. ')}.</p>
      )}
      <details className="servizio-origine">
        <summary>
          Da dove viene<span className="solo-lettori">: {nome}</span>
        </summary>
        <Origine servizio={servizio} ambito={ambito} versioni={versioni} />
      </details>
    </article>
  );
}

/** Units are feminine where their words end so: `6 persone previste`, `45 nuclei familiari previsti`. */
function previsti({ numero, unita }: { numero: number; unita: string }): string {
  const femminile = /^(persone|famiglie|donne|persona|famiglia|donna)/i.test(unita);
  if (numero === 1) return femminile ? 'prevista' : 'previsto';
  return femminile ? 'previste' : 'previsti';
}

function Origine({ servizio, ambito, versioni }: ConOrigine & { servizio: Servizio }) {
  const { intervento, titoloIntervento, norma, accesso, origine } = servizio;
  const versione = versioni[0];
  const parte = versione?.parti.find((una) => una.parte === origine.parte);
  const voci = [
    [
      'Intervento',
      intervento === null ? null : [intervento, titoloIntervento].filter((uno) => uno !== null).join(', '),
    ],
    ['Riferimento', norma],
    ['Costo', accesso ? `il piano lo dice di «${accesso.scritto}»` : null],
    ['Documento', parte ? shortDocumento(parte.fonte.documento) : null],
    ['Dove', [parte?.fonte.capitolo, parte?.fonte.tabella].filter((uno) => uno !== undefined).join('; ') || null],
    ['Atto', parte?.fonte.atto ?? null],
  ].filter((voce): voce is [string, string] => voce[1] !== null);
  return (
    <>
      <dl>
        {voci.map(([nome, testo]) => (
          <div key={nome}>
            <dt>{nome}</dt>
            <dd>{testo}</dd>
          </div>
        ))}
      </dl>
      {versione && parte && (
        <p>
          <a
            href={indirizziApi.originale(ambito, { tipo: 'servizi', versione: versione.versione, parte: parte.parte })}
            download
          >
            Scarica la tabella com’è stata ricevuta
          </a>{' '}
          <span className="minuto">(riga {origine.riga})</span>
        </p>
      )}
    </>
  );
}
