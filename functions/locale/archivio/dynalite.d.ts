declare module 'dynalite' {
  import type { Server } from 'node:http';

  export interface DynaliteOptions {
    /** Folder of the data; in memory without it. */
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }
  /** DynamoDB's wire protocol over LevelDB. Closing the server closes the data. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
