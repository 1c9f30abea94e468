/** Milan: the data of Italian public bodies stay in Italy. */
export const REGIONE = 'eu-south-1';
