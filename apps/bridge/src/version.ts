/** Of the product; pages compare it with their own. */
export const VERSION = "0.1.0";
