export const words = {
  choices: 'Choices',
  clear: 'Clear',
  loading: 'Searching',
  nothing: 'No matches',
  failed: 'The search failed.',
  retry: 'Try again',
  matches: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
}
