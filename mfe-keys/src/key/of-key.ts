/** What one key is kept by, apart from the lists that it stands in. */
export const ofKey = (id: string) => ['keys', 'one', id]
