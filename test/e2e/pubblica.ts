/** Publishes a table of Casarano as a program would, past any page. */
export async function publishTabella(origine: string, query: string, testo: string): Promise<void> {
  const post = async (
    [percorso, tipo, body]: readonly [string, string, string],
    gettone?: string,
  ): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': tipo, ...(gettone !== undefined && { authorization: `Bearer ${gettone}` }) };
    return (await fetch(`${origine}${percorso}`, { method: 'POST', headers, body })).json() as Promise<
      Record<string, unknown>
    >;
  };
  const json = 'application/json';
  const { accessToken } = await post(['/locale/token', json, '{"gruppi":["casarano/responsabile"]}']);
  const bozze = '/api/v1/ambiti/casarano/caricamenti';
  const bozza = await post([`${bozze}?${query}`, 'application/octet-stream', testo], String(accessToken));
  await post(
    [`${bozze}/${String(bozza.id)}/pubblicazione`, json, JSON.stringify({ base: bozza.base })],
    String(accessToken),
  );
}

export const SPESA_STORICA = 'tipo=spesa-storica&parte=2018-2020&periodo=2018-2020&documento=Relazione';
