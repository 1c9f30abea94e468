interface Letto {
  readonly valore: unknown;
  /** Length of the serialised content. */
  readonly byte: number;
}

interface Voce {
  readonly lettura: Promise<Letto>;
  /** 0 until it is read. */
  byte: number;
}

/**
 * Contents read lately, by key. They never change, so no reader can see an old one: the only question is how many fit. Parsed
 * they take some six times their text. The last one stays however large it is: who has just read it reads it again, and had room for it.
 */
export class Recenti {
  readonly #voci = new Map<string, Voce>();
  readonly #byteMassimi: number;

  constructor(byteMassimi = 12_000_000) {
    this.#byteMassimi = byteMassimi;
  }

  /**
   * @param fetch reads a content that is not here: what it says, and the length of its text. Asked once by those who want
   *   one content at the same time; a failure is not remembered
   */
  async read(chiave: string, fetch: () => Promise<Letto>): Promise<unknown> {
    const nota = this.#voci.get(chiave);
    if (nota) {
      // To the end of the line of those that go.
      this.#voci.delete(chiave);
      this.#voci.set(chiave, nota);
      return (await nota.lettura).valore;
    }
    const voce: Voce = { lettura: fetch(), byte: 0 };
    this.#voci.set(chiave, voce);
    try {
      const { valore, byte } = await voce.lettura;
      voce.byte = byte;
      return valore;
    } catch (cause) {
      this.#voci.delete(chiave);
      throw cause;
    } finally {
      this.#shrink();
    }
  }

  #shrink(): void {
    let totale = [...this.#voci.values()].reduce((somma, { byte }) => somma + byte, 0);
    const ultima = [...this.#voci.keys()].at(-1);
    for (const [chiave, { byte }] of this.#voci) {
      if (totale <= this.#byteMassimi) return;
      if (byte === 0 || chiave === ultima) continue;
      this.#voci.delete(chiave);
      totale -= byte;
    }
  }
}
