/** Who may do what: roles are groups of the access token, each valid in one ambito only. */

/** Roles in an ambito from the least to the most powerful, and the one that stands above the ambiti. */
export const RUOLI = ['organi', 'operatore', 'responsabile', 'amministratore'] as const;
export type Ruolo = (typeof RUOLI)[number];

/** Open to everyone (the token is never looked at), or to these roles alone. */
export type Accesso = 'pubblico' | readonly Ruolo[];

/**
 * The groups of a token as API Gateway hands them to a function: an array arrives as the string `[a b]`.
 * @returns [] where the claim is absent or is not in that form: an unreadable claim opens nothing
 */
export function readGruppi(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((gruppo) => typeof gruppo === 'string');
  if (typeof claim !== 'string') return [];
  const elenco = /^\[(.*)\]$/.exec(claim)?.[1] ?? claim;
  return elenco.split(/[\s,]+/).filter((gruppo) => gruppo !== '');
}

/**
 * The most powerful role, among those a route admits, that the groups give in an ambito.
 * `casarano/operatore` counts in Casarano alone; `amministratore` is a group of its own, of no ambito.
 * @param ambito id in the path; undefined where the route has none
 * @returns undefined when no group opens the route
 */
export function findRuolo(accesso: readonly Ruolo[], gruppi: readonly string[], ambito?: string): Ruolo | undefined {
  const posseduto = (ruolo: Ruolo): boolean =>
    ruolo === 'amministratore' ? gruppi.includes(ruolo) : ambito !== undefined && gruppi.includes(`${ambito}/${ruolo}`);
  return RUOLI.toReversed().find((ruolo) => accesso.includes(ruolo) && posseduto(ruolo));
}
