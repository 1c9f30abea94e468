import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

export interface Uscita {
  readonly valore: string;
  /** Italian: the operator reads it beside the value. */
  readonly descrizione: string;
}

/**
 * What a stack tells at the end of a deploy, under exactly that name: the guide, the scripts and the operator call it so.
 * @param nome free in the whole stack: without this, CDK would add a hash of its place to it
 */
export function addUscita(scope: Construct, nome: string, { valore, descrizione }: Uscita): void {
  new CfnOutput(scope, `Uscita${nome}`, { value: valore, description: descrizione }).overrideLogicalId(nome);
}
