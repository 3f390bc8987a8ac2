/** The number of rows that one request reads; the defaults of the page queries are the same. */
export const PAGE_SIZE = 50;
