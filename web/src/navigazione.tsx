/** Links are plain `<a>` everywhere (also inside SVG, also before any script has run); this turns their clicks into navigations. */
import { useLocation, useRouter } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { edizioneIn, type Ricerca, readRicerca, withoutSpiegazione } from './indirizzi.ts';

export interface Posizione {
  readonly percorso: string;
  readonly ricerca: Ricerca;
}

const PosizioneAttuale = createContext<Posizione | null>(null);
const VistaAttuale = createContext<Posizione | null>(null);

/** Asked of the router once: hundreds of figures in a page need the view for their links. */
export function ConPosizione({ children }: { children: ReactNode }) {
  const percorso = useLocation({ select: (l) => l.pathname });
  const testo = useLocation({ select: (l) => l.searchStr });
  const posizione = useMemo(() => ({ percorso, ricerca: readRicerca(testo) }), [percorso, testo]);
  const vista = withoutSpiegazione(percorso, posizione.ricerca).slice(percorso.length);
  const vistaAttuale = useMemo(() => ({ percorso, ricerca: readRicerca(vista) }), [percorso, vista]);
  return (
    <PosizioneAttuale value={posizione}>
      <VistaAttuale value={vistaAttuale}>{children}</VistaAttuale>
    </PosizioneAttuale>
  );
}

function useDi(contesto: typeof PosizioneAttuale): Posizione {
  const posizione = useContext(contesto);
  if (posizione === null) throw new Error('a position is asked for outside ConPosizione');
  return posizione;
}

export const usePosizione = (): Posizione => useDi(PosizioneAttuale);

/** The position without the walk back that may stand open over the page: opening one changes nothing of what is under it. */
export const useVista = (): Posizione => useDi(VistaAttuale);

/** When what a gesture has changed by itself has been painted: what it asks for may hold a slow phone for longer than one waits for an answer. */
const nextFotogramma = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));

export function useVai(): (href: string) => void {
  const router = useRouter();
  return (href) => void nextFotogramma().then(() => router.history.push(href));
}

/** The same page with another state, which a step back would not undo letter by letter. */
export function useRiscrivi(): (href: string) => void {
  const router = useRouter();
  return (href) => router.history.replace(href);
}

/** What the router must leave to the browser: other sites, downloads, the API, new tabs, places in this page, other edizioni. */
function findPercorsoInterno(evento: MouseEvent): { href: string; stato: object } | null {
  if (evento.defaultPrevented || evento.button !== 0) return null;
  if (evento.metaKey || evento.ctrlKey || evento.shiftKey || evento.altKey) return null;
  const link = evento.target instanceof Element ? evento.target.closest('a[href]') : null;
  const href = link?.getAttribute('href');
  if (!link || !href?.startsWith('/') || href.startsWith('//') || /^\/api(\/|$)/.test(href)) return null;
  if (link.hasAttribute('download') || link.getAttribute('target')) return null;
  // An edizione lasts as long as the window that was opened with it: one goes into another, or out of it, by opening the page anew.
  if (edizioneIn(href) !== edizioneIn(window.location.search)) return null;
  // A walk back that was opened here closes by going back, instead of leaving a copy of the page in the history; a choice stays where it is made.
  const scelta = link.closest('[data-scelta]') ? {} : { daCapo: true };
  return { href, stato: link.hasAttribute('data-spiega') ? { apertoQui: true } : scelta };
}

export function useLinkInterni(): void {
  const router = useRouter();
  useEffect(() => {
    const onClick = (evento: MouseEvent) => {
      const trovato = findPercorsoInterno(evento);
      if (!trovato) return;
      evento.preventDefault();
      void nextFotogramma().then(() => router.history.push(trovato.href, trovato.stato));
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
}

/** A place within the page that an address names: in view, and the keyboard goes on from there. */
function showPunto(punto: HTMLElement): void {
  if (punto.tabIndex < 0) punto.tabIndex = -1;
  punto.focus({ preventScroll: true });
  punto.scrollIntoView();
}

/**
 * After a change of page: to the top, or to the place that its address names, focus on the title there; after a step back: where the reader
 * was. The same page stays where it is, if it was a choice or a figure that changed its address.
 */
export function useRipresa(): void {
  const router = useRouter();
  useEffect(() => {
    const altezze = new Map<string, number>();
    const chiave = () => router.history.location.state.__TSR_key ?? router.history.location.href;
    let indietro = false;
    if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
    const onStoria = ({ action }: { action: { type: string } }) => {
      indietro = action.type === 'BACK' || action.type === 'FORWARD' || action.type === 'GO';
    };
    const stopStoria = router.history.subscribe(onStoria);
    let attuale = chiave();
    const onScroll = () => altezze.set(attuale, window.scrollY);
    // Left alone, the router brings to the top whatever changes the address: a choice too, or a figure that is walked back.
    router.options.scrollRestoration = () => false;
    window.addEventListener('scroll', onScroll, { passive: true });
    const stopResa = router.subscribe(
      'onRendered',
      ({ fromLocation, toLocation, pathChanged, hrefChanged, hashChanged }) => {
        attuale = chiave();
        const altezza = indietro ? altezze.get(attuale) : undefined;
        const punto = altezza === undefined ? document.getElementById(toLocation.hash) : null;
        if (punto && (!fromLocation || pathChanged || hashChanged)) return showPunto(punto);
        if (!fromLocation) return;
        const daCapo = pathChanged || (hrefChanged && !indietro && 'daCapo' in toLocation.state);
        if (daCapo || altezza !== undefined) window.scrollTo(0, altezza ?? 0);
        if (!daCapo) return;
        // In a list that leads from one page to the next the arrows go on: it holds the focus.
        if (document.activeElement instanceof HTMLSelectElement) return;
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      },
    );
    return () => {
      stopStoria();
      stopResa();
      window.removeEventListener('scroll', onScroll);
    };
  }, [router]);
}
