/** The embedded storage cannot start or go on. The message is for the person at the terminal and says what to do. */
export class ArchivioError extends Error {
  override readonly name: string = 'ArchivioError';
}

/** Another process has the data folder open. */
export class ArchivioInUsoError extends ArchivioError {
  override readonly name = 'ArchivioInUsoError';
}

/** The data folder cannot be written. */
export class ArchivioNonScrivibileError extends ArchivioError {
  override readonly name = 'ArchivioNonScrivibileError';
}
