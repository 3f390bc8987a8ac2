/** The headers of every response, on the HTTP server and on AWS Lambda: nothing is cached, and no content type is guessed. */
export const COMMON_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;
