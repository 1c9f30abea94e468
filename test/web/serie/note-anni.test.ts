import { expect, test } from 'vitest';
import { joinNote } from '../../../web/src/serie/note-anni.ts';

test.each([
  {
    note: [
      'Residenti al 31 dicembre 2018 (ISTAT).',
      'Residenti al 31 dicembre 2019 (ISTAT).',
      'Residenti al 31 dicembre 2018 (ISTAT).',
    ],
    unite: ['Residenti al 31 dicembre 2018 e 2019 (ISTAT).'],
  },
  {
    note: ['Residenti al 31 dicembre 2018 (ISTAT).', 'Residenti al 31 dicembre 2019 (anagrafi comunali).'],
    unite: ['Residenti al 31 dicembre 2018 (ISTAT).', 'Residenti al 31 dicembre 2019 (anagrafi comunali).'],
  },
  { note: ['Senza anno.', 'Senza anno.'], unite: ['Senza anno.'] },
])('notes that differ by their year alone are one: $unite', ({ note, unite }) => expect(joinNote(note)).toEqual(unite));
