/** What whoever wants to change something is told by a server that changes nothing. */
export const READ_ONLY =
  'This server was started to read only, and changes nothing. Change the store by another one, or by the command line.';
