/** How many bytes were sent, as the request said: what is shown of them may be their structure alone. */
export function sentSize(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const said = Number(headers['content-length'] ?? NaN)
  return Number.isInteger(said) ? said : undefined
}
