/** How many seconds each wrong guess in a row at one secret delays the next; the tenth locks for 15 minutes. */
export const guessDelaysSeconds = [0, 0, 0, 0, 1, 2, 4, 8, 16, 900]

/** After so long without a guess they are counted from the first again. */
export const guessesForgottenSeconds = 900
