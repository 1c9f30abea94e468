/**
 * Strict XML in pieces -> elements and texts, by their local names. No DTD, no entity beyond the five of XML, UTF-8 alone; whatever is
 * deeper, wider or longer than a workbook ever writes ends the reading before it costs memory.
 */
import { SaxesParser } from 'saxes';
import { createDanneggiato, XlsxError } from './xlsx-errore.ts';

export interface GestoriXml {
  /** @param genitore local name of the element around it, empty at the root */
  readonly onApri: (nome: string, attributi: Readonly<Record<string, string>>, genitore: string) => void;
  readonly onChiudi?: (nome: string, genitore: string) => void;
  /** @param genitore local name of the element that holds the text; one text may come in several pieces; `nonno` is around that element */
  readonly onTesto?: (testo: string, genitore: string, nonno: string) => void;
}

const OPZIONI = { xmlns: false, position: false } as const;
const MASSIMA_PROFONDITA = 32;
const MASSIMI_ATTRIBUTI = 128;
const PEZZO = 64 * 1024;
/** Characters of one tag, text, comment, instruction or DTD, which the parser holds until it ends: more than a cell may have. */
const MASSIMO_COSTRUTTO = 2 * PEZZO;

export class LettoreXml {
  readonly #parte: string;
  readonly #parser = new SaxesParser<typeof OPZIONI>(OPZIONI);
  readonly #decodifica = new TextDecoder('utf-8', { fatal: true });
  readonly #pila: string[] = [];
  #eventi = 0;
  /** Characters taken in since something last came out. */
  #inSospeso = 0;
  #attributi = 0;

  /** @param parte its name in the archive, for the messages */
  constructor(parte: string, { onApri, onChiudi, onTesto }: GestoriXml) {
    this.#parte = parte;
    const parser = this.#parser;
    parser.on('doctype', () => this.#refuseDtd());
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^(?:utf-8|us-ascii)$/i.test(encoding)) throw createDanneggiato(`«${parte}» non è in UTF-8`);
    });
    parser.on('attribute', () => {
      this.#attributi += 1;
      if (this.#attributi > MASSIMI_ATTRIBUTI)
        throw createDanneggiato(`«${parte}» ha un elemento con troppi attributi`);
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#eventi += 1;
      this.#attributi = 0;
      const nome = cutPrefisso(name);
      onApri(nome, attributes, this.#pila.at(-1) ?? '');
      this.#pila.push(nome);
      if (this.#pila.length > MASSIMA_PROFONDITA)
        throw createDanneggiato(`«${parte}» ha troppi elementi uno nell’altro`);
    });
    parser.on('closetag', ({ name }) => {
      this.#eventi += 1;
      this.#pila.pop();
      onChiudi?.(cutPrefisso(name), this.#pila.at(-1) ?? '');
    });
    const readTesto = (testo: string): void => {
      this.#eventi += 1;
      onTesto?.(testo, this.#pila.at(-1) ?? '', this.#pila.at(-2) ?? '');
    };
    parser.on('text', readTesto);
    parser.on('cdata', readTesto);
  }

  /** @throws XlsxError */
  push(byte: Uint8Array): void {
    for (let da = 0; da < byte.length; da += PEZZO) {
      this.#guard(() => this.#write(this.#decodifica.decode(byte.subarray(da, da + PEZZO), { stream: true })));
    }
  }

  end(): void {
    this.#guard(() => {
      this.#parser.write(this.#decodifica.decode());
      this.#parser.close();
    });
  }

  #write(testo: string): void {
    const prima = this.#eventi;
    this.#parser.write(testo);
    this.#inSospeso = this.#eventi === prima ? this.#inSospeso + testo.length : 0;
    if (this.#inSospeso > MASSIMO_COSTRUTTO) throw createDanneggiato(`«${this.#parte}» contiene un testo troppo lungo`);
  }

  #refuseDtd(): never {
    throw new XlsxError(
      'xml-con-dtd',
      `Il file non si può leggere in sicurezza: «${this.#parte}» contiene definizioni (DTD) che un foglio di calcolo non scrive mai. Va aperto e salvato di nuovo.`,
    );
  }

  #guard(azione: () => void): void {
    try {
      azione();
    } catch (causa) {
      if (causa instanceof XlsxError) throw causa;
      throw createDanneggiato(`«${this.#parte}» non si legge`, causa);
    }
  }
}

function cutPrefisso(nome: string): string {
  const duePunti = nome.indexOf(':');
  return duePunti < 0 ? nome : nome.slice(duePunti + 1);
}
