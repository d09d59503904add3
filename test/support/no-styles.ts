/** What a stylesheet is to a test that draws a component without a browser. */
export {};
