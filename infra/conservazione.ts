import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * CloudWatch keeps logs for a fixed choice of days.
 * @throws RangeError for a number of days that is not among them
 */
export function toConservazione(giorni: number): RetentionDays {
  if (RetentionDays[giorni] === undefined)
    throw new RangeError(`CloudWatch non conserva i registri per ${giorni} giorni`);
  return giorni;
}
