const OFFICE_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

const OFFICE_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The day in the office. */
export const officeDay = (at: string): string => OFFICE_DAY.format(Date.parse(at));

/** The time of the day in the office. */
export const officeTime = (at: string): string => OFFICE_TIME.format(Date.parse(at));
