import { type DragEvent, useId, useRef, useState } from 'react';
import { countOf } from '../serie/parole.ts';
import { describePeso } from './peso.ts';

interface Proprieta {
  readonly file: File | null;
  /** Name of the one that was chosen before the page was loaded again. */
  readonly prima?: string | undefined;
  readonly errore?: string | undefined;
  /** One is on its way: another would be taken for the one that leaves. */
  readonly fermo: boolean;
  readonly onScegli: (file: File) => void;
}

/** The field is the browser's own, which a keyboard reaches; the space around it takes a file that is dropped. */
export function SceltaFile({ file, prima, errore, fermo, onScegli }: Proprieta) {
  const id = useId();
  const [sopra, setSopra] = useState(false);
  /** Dropped together with the one that was taken. */
  const [altri, setAltri] = useState(0);
  /** Dropped while one was on its way. */
  const [respinto, setRespinto] = useState(false);
  const campo = useRef<HTMLInputElement>(null);
  const onSopra = (evento: DragEvent) => {
    evento.preventDefault();
    setSopra(!fermo);
  };
  const onLascia = (evento: DragEvent) => {
    evento.preventDefault();
    setSopra(false);
    const [lasciato, ...resto] = evento.dataTransfer.files;
    if (!lasciato) return;
    setRespinto(fermo);
    if (fermo) return;
    const unico = new DataTransfer();
    unico.items.add(lasciato);
    // Beside what was dropped the field would go on saying that there is no file.
    if (campo.current) campo.current.files = unico.files;
    setAltri(resto.length);
    onScegli(lasciato);
  };
  return (
    <fieldset
      className={`deposito${sopra ? ' deposito-sopra' : ''}`}
      onDragOver={onSopra}
      onDragLeave={() => setSopra(false)}
      onDrop={onLascia}
    >
      <legend className="solo-lettori">File</legend>
      <label className="campo-etichetta" htmlFor={id}>
        Scegli il file, o trascinalo qui (obbligatorio)
      </label>
      <input
        ref={campo}
        id={id}
        type="file"
        name="file"
        required
        disabled={fermo}
        accept=".csv,.tsv,.txt,.xlsx"
        aria-invalid={errore !== undefined}
        aria-describedby={`${id}-aiuto ${id}-errore`}
        onChange={(evento) => {
          const [scelto] = evento.target.files ?? [];
          if (!scelto) return;
          setAltri(0);
          setRespinto(false);
          onScegli(scelto);
        }}
      />
      <p id={`${id}-aiuto`} className="minuto">
        CSV o foglio di calcolo, al più 256 MB. Niente nomi di persone, codici fiscali o IBAN: un file che ne ha è
        rifiutato.
      </p>
      <p id={`${id}-errore`} className="campo-errore">
        {errore}
      </p>
      <p role="status" aria-live="polite" className="deposito-scelto">
        {!file && prima && `Avevi scelto ${prima}: sceglilo di nuovo. Il resto è come l’avevi lasciato.`}
        {file && `Scelto: ${file.name} (${describePeso(file.size)})`}
        {fermo && respinto && '. L’altro file resta da caricare: prima si finisce con questo, o se ne annulla l’invio.'}
        {file &&
          !(fermo && respinto) &&
          altri > 0 &&
          `. Si carica un file alla volta: ${altri === 1 ? 'l’altro resta' : `gli altri ${countOf(altri, 'file', 'file')} restano`} da caricare.`}
      </p>
    </fieldset>
  );
}
