import { getRouteApi } from '@tanstack/react-router';
import { DaDove } from '../componenti/cifra.tsx';
import { Simulatore } from '../componenti/simulatore.tsx';
import { listBriciole, TestaPagina } from '../componenti/testa-pagina.tsx';
import type { Ricerca } from '../indirizzi.ts';
import { useVista } from '../navigazione.tsx';
import { buildCofinanziamento } from '../serie/cofinanziamento.ts';
import { describeFonti, type Origine } from '../serie/fonti.ts';
import { shortNome } from '../serie/parole.ts';
import { createRaccolta, type Dato } from '../serie/raccolta.ts';
import { readBase } from '../serie/riparto.ts';
import { listFigureCofinanziamento, tellCofinanziamento } from '../serie/risposta-cofinanziamento.ts';
import { Anni } from './cofinanziamento/anni.tsx';
import { ComeNasce } from './cofinanziamento/come-nasce.tsx';
import type { DatiCofinanziamento } from './cofinanziamento/letture.ts';
import { Manca } from './cofinanziamento/manca.tsx';
import type { Pagina } from './cofinanziamento/pagina.ts';
import { Parole } from './cofinanziamento/parole.tsx';
import { Passi } from './cofinanziamento/passi.tsx';
import { TavolaComuni } from './cofinanziamento/tavola-comuni.tsx';
import { Traguardi } from './cofinanziamento/traguardi.tsx';

export { loadCofinanziamento } from './cofinanziamento/letture.ts';

const rotta = getRouteApi('/$ambito/cofinanziamento');

export function CofinanziamentoRotta() {
  const { ricerca } = useVista();
  return <CofinanziamentoPagina {...rotta.useLoaderData()} ricerca={ricerca} />;
}

export function CofinanziamentoPagina({ ricerca, ...dati }: DatiCofinanziamento & { ricerca: Ricerca }) {
  const { ambito, osservazioni, catalogo, versioni, riparto } = dati;
  const nome = shortNome(ambito.nome);
  const raccolta = createRaccolta(osservazioni, catalogo);
  const cofinanziamento = buildCofinanziamento(ambito, raccolta);
  const risposta = tellCofinanziamento(cofinanziamento);
  const base = riparto ? readBase(riparto, ambito) : null;
  const fontiOf = (usati: readonly (Dato | null)[]) => {
    const origine: Origine[] = usati.flatMap((dato) => dato?.osservazione.origine ?? []);
    return describeFonti(origine, versioni);
  };
  const pagina: Pagina = { dati, ricerca, raccolta, cofinanziamento, base, fontiOf };
  const vuota = cofinanziamento.anno === null && cofinanziamento.annoVersato === null;
  return (
    <div className="pagina pagina-cofinanziamento parti">
      <TestaPagina
        briciole={listBriciole(ambito, 'Cofinanziamento')}
        titolo="Quanto mette ogni comune nel Piano di Zona?"
        titoloBreve={`Cofinanziamento dei comuni, ${nome}`}
        risposta={risposta}
        origine={<DaDove figure={listFigureCofinanziamento(cofinanziamento)} />}
      />
      {vuota ? (
        <Manca nome={nome} />
      ) : (
        <>
          <Passi {...pagina} />
          <Parole {...cofinanziamento} />
          <Traguardi {...pagina} />
          <TavolaComuni {...pagina} />
          <Anni {...pagina} />
          {base && <ComeNasce {...pagina} base={base} />}
          {base && <Simulatore ambito={ambito.id} base={base} cofinanziamento={cofinanziamento} ricerca={ricerca} />}
        </>
      )}
    </div>
  );
}
