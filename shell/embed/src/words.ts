/** All that a host itself says to people; views bring their own words. */
export const words = {
  loading: 'Loading…',
  slow: 'Still loading. The connection seems to be slow.',
  retry: 'Try again',
  close: 'Close',
  stay: 'Go back',
  opened: 'Details',
  unavailable: 'This part of the dashboard is not available at the moment.',
  broken: 'Something went wrong while this was shown.',
  unsigned: 'The session could not be opened.',
  otherApp: 'The session on this page belongs to another app.',
  notInSession: 'The session on this page does not include this part.',
  silentFrame: 'The secure window did not answer.',
  otherVersion:
    'Another version of this part is current now. Showing it drops what was typed and not sent.',
  showIt: 'Show it',
  notOpened: 'This could not be opened. Check the connection, and try again.',
  withdrawn: 'This version was taken back. What is open here stays until you leave it.',
} as const
