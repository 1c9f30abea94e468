/** A value of the template as CloudFormation would make it. */

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': 'eu-south-1',
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackId': 'arn:aws:cloudformation:eu-south-1:123456789012:stack/Pila/0a1b2c3d-1111-2222-3333-444455556666',
};

/**
 * @param valori what a resource is called, or an attribute of it (`Risorsa.Arn`), where it matters; elsewhere it is called by its own id
 * @throws TypeError for a function of the template that is not known here
 */
export function resolveValore(valore: unknown, valori: Readonly<Record<string, string>> = {}): string {
  if (typeof valore === 'string') return valore;
  const [[funzione, argomento] = []] = Object.entries(valore as Readonly<Record<string, unknown>>);
  const resolve = (uno: unknown): string => resolveValore(uno, valori);
  switch (funzione) {
    case 'Ref':
      return valori[String(argomento)] ?? PSEUDO[String(argomento)] ?? String(argomento);
    case 'Fn::GetAtt': {
      const nome = (argomento as string[]).join('.');
      return valori[nome] ?? nome;
    }
    case 'Fn::Join': {
      const [separatore, parti] = argomento as [string, unknown[]];
      return parti.map(resolve).join(separatore);
    }
    case 'Fn::Select': {
      const [indice, elenco] = argomento as [number, unknown];
      return resolveElenco(elenco, resolve)[Number(indice)] ?? '';
    }
    default:
      throw new TypeError(`funzione del modello non conosciuta: ${funzione}`);
  }
}

function resolveElenco(elenco: unknown, resolve: (uno: unknown) => string): string[] {
  if (Array.isArray(elenco)) return elenco.map(resolve);
  const [separatore, testo] = (elenco as { readonly 'Fn::Split': [string, unknown] })['Fn::Split'];
  return resolve(testo).split(separatore);
}
