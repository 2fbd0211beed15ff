/** Our mark in the browser's tab. It stands in the page itself, so that nobody asks for a file of it. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232a53c9'/%3E%3Cpath d='M4 10.5c1 1 2.300 1.500 4 1.500s3.600-.8 3.600-2.300C11.600 6.500 4.700 8 4.700 5.700 4.700 4.600 6 4 7.800 4c1.500 0 2.600.4 3.500 1.200' fill='none' stroke='white' stroke-width='1.600'/%3E%3C/svg%3E"
