import { testIntrecci } from './intrecci.ts';

testIntrecci('dynalite');
