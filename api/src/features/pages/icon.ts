/**
 * Our mark in the browser's tab, as `shell/src/frame/mark.tsx` draws it. It stands in the page itself, so
 * that nobody asks for a file of it.
 */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='6' fill='%234f46d8'/%3E%3Cpath d='M6 10.2v3.6M10 6.8v10.4M14 9v6M18 11v2' fill='none' stroke='white' stroke-width='2' stroke-linecap='round'/%3E%3C/svg%3E"
