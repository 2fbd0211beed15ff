/** A key that ends within so many days is one to care for: two of its reminders have gone out by then. */
export const expiringDays = 14
