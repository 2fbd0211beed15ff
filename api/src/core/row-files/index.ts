export { rowFormats, type Cell, type RowFormat, type Table } from './row-formats.ts'
