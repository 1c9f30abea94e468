/** What the role of a function lets it do, as the template says it and IAM would judge it: what no statement allows is refused. */
import type { Template } from 'aws-cdk-lib/assertions';
import { listRisorse } from './pila.ts';
import { resolveValore } from './risolvi.ts';

/** What is asked: `s3:GetObject` of an ARN, on keys of the table where a condition looks at them. */
export interface Azione {
  readonly azione: string;
  readonly risorsa: string;
  /** Partition keys that the request names. */
  readonly chiavi?: readonly string[];
}

export type Giudice = (azione: Azione) => boolean;

interface Dichiarazione {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys'?: readonly string[] } };
}

interface Politica {
  readonly PolicyDocument: { readonly Statement: readonly Dichiarazione[] };
  readonly Roles: readonly { readonly Ref: string }[];
}

/**
 * @param costrutto with which the id of the function begins: its role is called after it
 * @param valori as for `resolveValore`
 */
export function createGiudice(
  template: Template,
  costrutto: string,
  valori: Readonly<Record<string, string>>,
): Giudice {
  const concesse = listRisorse<Politica>(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }) => Ref.startsWith(`${costrutto}Ruolo`)))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .map(({ Action, Resource, Condition }) => ({
      azioni: [Action].flat(),
      risorse: [Resource].flat().map((una) => toModello(resolveValore(una, valori))),
      chiavi: Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']?.map(toModello),
    }));
  if (concesse.length === 0) throw new RangeError(`nessun permesso per ${costrutto}`);
  return ({ azione, risorsa, chiavi = [] }) =>
    concesse.some(
      (concessa) =>
        concessa.azioni.includes(azione) &&
        concessa.risorse.some((modello) => modello.test(risorsa)) &&
        chiavi.every((chiave) => concessa.chiavi?.some((modello) => modello.test(chiave)) ?? true),
    );
}

function toModello(testo: string): RegExp {
  return new RegExp(`^${testo.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`);
}
