package fr.optam.cohort;

/**
 * Why a row was rejected.
 *
 * <p>The sentences name the column and the value as {@code {column}} and {@code {value}}.
 */
enum RejectReason {
    ROW_MALFORMED(
            "La ligne n’a pas la forme attendue : nombre de champs différent de l’en-tête, ou guillemet non fermé.",
            "The row is malformed: its number of fields is not that of the header, or a quote is not closed."),
    ROW_NOT_UTF8("La ligne contient des octets qui ne sont pas de l’UTF-8.", "The row holds bytes that are not UTF-8."),
    VALUE_MISSING(
            "La valeur de {column} est obligatoire et elle est vide.",
            "A value of {column} is required and it is empty."),
    VALUE_FORMAT(
            "La valeur « {value} » n’a pas la forme attendue pour {column}.",
            "Value “{value}” does not have the form of {column}."),
    VALUE_NOT_A_DATE(
            "La valeur « {value} » de {column} n’est pas un jour du calendrier.",
            "Value “{value}” of {column} is not a day of the calendar."),
    VALUE_NOT_A_NUMBER(
            "La valeur « {value} » de {column} n’est pas un nombre décimal avec un point.",
            "Value “{value}” of {column} is not a decimal number with a point."),
    VALUE_TOO_PRECISE(
            "La valeur « {value} » de {column} a trop de décimales ; rien n’est arrondi à la lecture.",
            "Value “{value}” of {column} has too many decimals; nothing is rounded on reading."),
    VALUE_OUT_OF_RANGE(
            "La valeur « {value} » de {column} est hors des bornes.", "Value “{value}” of {column} is out of bounds."),
    VALUE_UNKNOWN_CODE(
            "La valeur « {value} » ne figure pas dans la liste des codes de {column}.",
            "Value “{value}” is not in the code list of {column}."),
    PAIR_INCOMPLETE(
            "La valeur de {column} va avec celle d’une autre colonne ; une seule des deux est donnée, ou elle ne "
                    + "convient pas à cette ligne.",
            "The value of {column} goes with that of another column; only one of the two is given, or it does not "
                    + "suit this row."),
    DATE_ORDER("La fin « {value} » ({column}) précède le début.", "The end “{value}” ({column}) is before the start."),
    KEY_DUPLICATE(
            "Cette ligne répète une autre ligne ; seule la première est utilisée.",
            "This row repeats another row; only the first is used."),
    KEY_CONFLICT(
            "Plusieurs lignes portent la même clé avec un contenu différent ; aucune n’est utilisée.",
            "Several rows carry the same key with other content; none is used."),
    PRACTITIONER_UNKNOWN(
            "Le praticien « {value} » est absent du fichier des praticiens, ou sa ligne a été écartée.",
            "Practitioner “{value}” is not in the practitioners file, or its row was rejected."),
    DCIR_KEY_DUPLICATE("Une autre ligne porte les mêmes neuf clés.", "Another row carries the same nine keys."),
    DCIR_CAM_WITHOUT_PRS(
            "Cette ligne de codage n’a pas de ligne de prestation.", "This coding row has no prestation row."),
    DCIR_PRACTICE_UNKNOWN("Le cabinet « {value} » est absent de DA_PRA_R.", "Practice “{value}” is not in DA_PRA_R."),
    DCIR_NEGATIVE_BALANCE(
            "Plus d’actes sont annulés que facturés ; la ligne d’origine est hors de l’extrait.",
            "More acts are cancelled than billed; the original line lies outside the extract.");

    private final String french;
    private final String english;

    RejectReason(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** The sentence in French. */
    String french(String column, String value, String hint) {
        return sentence(french, column, value) + (hint.isEmpty() ? "" : " Peut-être : " + hint + ".");
    }

    /** The sentence in English. */
    String english(String column, String value, String hint) {
        return sentence(english, column, value) + (hint.isEmpty() ? "" : " Maybe " + hint + ".");
    }

    private static String sentence(String template, String column, String value) {
        return template.replace("{column}", column).replace("{value}", value);
    }
}
