/** How many co-handling requests of open cases wait for whose answer, as rows of `person_id` and `open`, in whichever organ the case is. */
export const HELPING = 'SELECT person_id, open FROM requests_open()';
