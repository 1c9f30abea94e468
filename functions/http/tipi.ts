/**
 * The declarations of the tables, apart from the rest: with them come the layouts that only the reader of files uses, and reads of
 * figures need none of it. Loaded when a request names a table or walks a figure back.
 */
export { TIPI } from '../core/tabelle/index.ts';
