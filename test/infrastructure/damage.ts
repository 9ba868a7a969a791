/** A copy of a document with a slip at its n-th place, counted in depth. */
export function damaged(document: unknown, place: number, slip: unknown): unknown {
  let count = -1;
  return JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    count++;
    return count === place ? slip : value;
  });
}

export const placesIn = (document: unknown): number => {
  let count = 0;
  JSON.parse(JSON.stringify(document), (_, value: unknown) => {
    count++;
    return value;
  });
  return count;
};
