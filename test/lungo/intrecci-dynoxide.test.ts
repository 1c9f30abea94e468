import { testIntrecci } from './intrecci.ts';

testIntrecci('dynoxide');
