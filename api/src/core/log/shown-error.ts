/** Of a fault that PostgreSQL speaks, these name places; the rest quotes rows, queries and parameters. */
const namesOfPlaces = ['code', 'severity', 'schema', 'table', 'column', 'constraint'] as const

const causesMax = 5

/**
 * An error as it may stand in a log. Nothing of it is kept but what is named here: `detail` and
 * `where` hold the contents of rows, and a library may hang whatever it likes on an error.
 */
export function shownError(error: unknown, depth = 0): unknown {
  if (error === undefined || error === null) return error
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { name, message, stack, cause } = error
  return {
    type: name,
    message,
    stack,
    ...placesOf(error),
    ...(error instanceof AggregateError && depth < causesMax
      ? { errors: error.errors.map((one) => shownError(one, depth + 1)) }
      : {}),
    ...(cause !== undefined && depth < causesMax ? { cause: shownError(cause, depth + 1) } : {}),
  }
}

function placesOf(error: Error): Record<string, string> {
  const known: Readonly<Partial<Record<string, unknown>>> = { ...error }
  return Object.fromEntries(
    namesOfPlaces.flatMap((name) => {
      const value = known[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
