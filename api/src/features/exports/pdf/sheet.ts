/** Rows as they stand on paper: in fewer columns than a file of them has, each as wide as it needs. */
export interface Column<Row> {
  readonly name: ColumnName
  /** How many letters stand in one line of it. */
  readonly letters: number
  readonly isFigure?: boolean
  of(row: Row): string
}

/** By which the words of each language call it. */
export type ColumnName =
  | 'at'
  | 'environment'
  | 'method'
  | 'path'
  | 'status'
  | 'latencyMs'
  | 'ip'
  | 'keyPrefix'
  | 'requestId'
  | 'eventType'
  | 'endpointId'
  | 'state'
  | 'attempts'
  | 'outcome'
  | 'deliveryId'
  | 'sequence'
  | 'actor'
  | 'action'
  | 'target'
  | 'change'

export interface Sheet<Row> {
  readonly columns: readonly Column<Row>[]
}

/** An instant as a column of moments has it, without the words that stand above the column. */
export const momentOf = (at: string) => at.replace('T', ' ').replace('Z', '')
