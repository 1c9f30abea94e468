import { capienza } from './capienza.ts';
import type { Controllo } from './controllo.ts';
import { copertura } from './copertura.ts';
import { dizionario } from './dizionario.ts';
import { media } from './media.ts';
import { rapporto } from './rapporto.ts';
import { riparto } from './riparto.ts';
import { saldo } from './saldo.ts';
import { scala } from './scala.ts';
import { sommaColonna } from './somma-colonna.ts';
import { sommaRiga } from './somma-riga.ts';
import { traTabelle } from './tra-tabelle.ts';
import { vincolo } from './vincolo.ts';

/** Every integrity check, in the order of the contract. */
export const CONTROLLI: readonly Controllo[] = [
  sommaRiga,
  sommaColonna,
  traTabelle,
  rapporto,
  media,
  saldo,
  riparto,
  vincolo,
  capienza,
  copertura,
  scala,
  dizionario,
];
