import { TestaPagina } from '../componenti/testa-pagina.tsx';
import { indirizzi } from '../indirizzi.ts';

export function AccessibilitaPagina() {
  return (
    <div className="pagina pagina-testo">
      <TestaPagina
        briciole={[{ testo: 'Ambiti', href: indirizzi.inizio() }, { testo: 'Accessibilità' }]}
        titolo="Tutti riescono a usare queste pagine?"
        titoloBreve="Accessibilità"
        descrizione="Come le pagine dell’osservatorio sono fatte per essere usate da tutti, e che cosa resta da verificare."
        risposta="Sono fatte perché sia così, secondo le WCAG 2.2 di livello AA; non c’è ancora una valutazione fatta da terzi."
      />
      <h2>Che cosa abbiamo fatto</h2>
      <ul>
        <li>Tutto si raggiunge da tastiera, e si vede sempre dove si è.</li>
        <li>Ogni grafico ha una tabella vera con gli stessi numeri, e una frase che dice ciò che il grafico mostra.</li>
        <li>Nessuna informazione sta solo nel colore; i contrasti superano 4,5:1 per il testo e 3:1 per i grafici.</li>
        <li>
          Le pagine si leggono da 320 pixel in su, con il testo ingrandito al 200 %, con i colori del sistema e con il
          movimento ridotto.
        </li>
        <li>Ogni pagina si stampa senza comandi, con la fonte e l’indirizzo della pagina aggiornata.</li>
      </ul>
      <h2>Che cosa resta da verificare</h2>
      <ul>
        <li>I documenti originali da scaricare sono quelli ricevuti dagli uffici: non tutti sono accessibili.</li>
        <li>Le prove con persone che usano tecnologie assistive non sono ancora state fatte.</li>
      </ul>
      <h2>Se qualcosa non funziona</h2>
      <p>
        Scrivi all’Ufficio di Piano del tuo ambito, dicendo quale pagina e con quale strumento la leggi. L’ente che
        mette in uso l’osservatorio pubblica qui la propria dichiarazione di accessibilità, secondo il modello
        dell’AgID.
      </p>
    </div>
  );
}

export function PrivacyPagina() {
  return (
    <div className="pagina pagina-testo">
      <TestaPagina
        briciole={[{ testo: 'Ambiti', href: indirizzi.inizio() }, { testo: 'Privacy' }]}
        titolo="Che cosa sanno di te queste pagine?"
        titoloBreve="Privacy"
        descrizione="Le pagine pubbliche dell’osservatorio non usano cookie, non misurano le visite e non chiamano altri siti."
        risposta="Niente: non usano cookie, non misurano le visite e non chiamano nessun altro sito."
      />
      <h2>Quando leggi</h2>
      <p>
        Caratteri, immagini e dati vengono tutti da questo sito. Ciò che scegli in una pagina (indicatore, periodo,
        comuni) resta nel suo indirizzo, sul tuo dispositivo. Come ogni sito, il server che risponde può annotare per
        sicurezza l’ora e l’indirizzo di rete della richiesta.
      </p>
      <h2>Quando entri nell’area riservata</h2>
      <p>
        Ci lavorano l’Ufficio di Piano e gli organi dell’ambito. Il permesso ricevuto entrando resta in quella scheda
        del browser finché non la chiudi o esci; le pagine mostrano il ruolo, mai il nome.
      </p>
      <h2>Nei dati pubblicati</h2>
      <p>
        Ci sono solo numeri riferiti a comuni, anni e servizi. I file con nomi di persone, codici fiscali, IBAN o
        indirizzi di posta sono rifiutati prima di essere registrati. Di chi pubblica una tabella si mostra il ruolo,
        mai il nome.
      </p>
      <h2>Chi risponde</h2>
      <p>
        L’ente che mette in uso l’osservatorio è il titolare del trattamento e pubblica qui la propria informativa e i
        propri contatti.
      </p>
    </div>
  );
}
