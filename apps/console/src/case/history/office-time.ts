const OFFICE_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** The time of the day in the office. */
export const officeTime = (at: string): string => OFFICE_TIME.format(Date.parse(at));
