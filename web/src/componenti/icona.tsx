/** Only the icons in use, drawn on a 24 px grid; they follow the colour of the text beside them. */
const TRACCIATI = {
  menu: 'M3 6h18M3 12h18M3 18h18',
  chiudi: 'M5 5l14 14M19 5L5 19',
  avanti: 'M5 12h14M13 6l6 6-6 6',
  scarica: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  stampa: 'M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z',
  grafico: 'M4 6h10M4 12h16M4 18h7',
  tabella: 'M3 5h18v14H3zM3 10h18M9 10v9',
  cerca: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L21 21',
  segno: 'M6 21V4h11l-3 4.5 3 4.5H6',
  circa: 'M4 10q4-5 8-1.5t8-1.5M4 17q4-5 8-1.5t8-1.5',
  origine: 'M14 3H6v18h12V7zM14 3v4h4M9 13h6M9 17h6',
  luogo: 'M12 21s-7-6-7-11a7 7 0 0114 0c0 5-7 11-7 11zM12 12a2 2 0 100-4 2 2 0 000 4z',
  rete: 'M2 9a16 16 0 0120 0M6 13.5a10 10 0 0112 0M12 19h.01M4 3l16 18',
  avviso: 'M12 4l9.5 16.5h-19zM12 10v5M12 18h.01',
} as const;

export type NomeIcona = keyof typeof TRACCIATI;

export function Icona({ nome }: { nome: NomeIcona }) {
  return (
    <svg className="icona" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={TRACCIATI[nome]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
