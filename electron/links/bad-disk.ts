/**
 * What `read` gives, or `otherwise` while the disk cannot be read: then a store throws. Only for what works unattended and must go on
 * later; a person who asks is told.
 */
export function unlessUnreadable<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
