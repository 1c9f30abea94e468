import type { Cofinanziamento } from '../../serie/cofinanziamento.ts';
import { describePeriodo } from '../../serie/parole.ts';

/** The terms of art, where they first stand. */
export function Parole({ anno, spesaStorica }: Cofinanziamento) {
  return (
    <section className="sezione" aria-labelledby="parole">
      <h2 id="parole">Le parole di questa pagina</h2>
      <dl className="parole">
        <div>
          <dt>Cofinanziamento</dt>
          <dd>
            La parte che i comuni mettono di tasca propria nel fondo comune dell’ambito, accanto ai soldi dello Stato e
            della Regione. Si dà in denaro (versato all’ambito) o in servizi (fatti dal comune).
          </dd>
        </div>
        {anno !== null && (
          <div>
            <dt>Quota minima</dt>
            <dd>
              Quanto i comuni devono mettere almeno: nel {anno}, un euro per ogni euro che arriva da tre fondi, quello
              nazionale per le politiche sociali (FNPS), quello per le non autosufficienze (FNA) e quello regionale
              socio-assistenziale (FGSA). Si divide tra i comuni secondo i residenti.
            </dd>
          </div>
        )}
        {spesaStorica && (
          <div>
            <dt>Spesa storica</dt>
            <dd>
              Quanto i comuni hanno speso da soli per il sociale, in media in un anno,{' '}
              {describePeriodo(spesaStorica.osservazione.periodo, 'spesa')}. È la soglia che il Piano regionale chiede
              di mantenere; è ammessa una deroga, che scende fino alla quota minima.
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
