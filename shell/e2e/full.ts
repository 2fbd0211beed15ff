/**
 * Whether there is time to walk each way in every room that it is for, light and dark, wide and narrow
 * (`npm run full`). `npm test` walks each way once; its stories show every component in both themes.
 */
export const isFull = process.env['SONAQOR_FULL'] === 'true'
