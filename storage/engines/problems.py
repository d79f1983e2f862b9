"""What may be wrong with the database, each state by its own name, in words that say what to do.

DatabaseProblem
├── UnsupportedDatabase   an address we cannot use
├── SettingsClash         the database is given in two ways
├── SettingWrong          one of the settings is missing or no use
├── FolderMissing         the folder of the file is not there
├── FileMissing           no file, and nobody asked for a new one
├── FileEmpty             a file of 0 bytes
├── NotADatabase          not an SQLite file at all
├── NotOurs               another program's SQLite file
├── Damaged               truncated or broken
├── StrayJournal          a -wal file without its database
├── FileReplaced          the file was changed for another while in use
├── ServerAway            no answer from PostgreSQL
├── ServerStarting        PostgreSQL is starting or stopping
├── LoginRefused          PostgreSQL does not take the user or the password
├── DatabaseMissing       PostgreSQL has no database of this name
├── NoTables              the database has no tables yet, and nobody asked for them
├── WrongEncoding         the database cannot hold every letter
├── NoRights              the user may not do this in PostgreSQL
├── ConnectionLost        the connection was broken off
├── FileExists            a backup was asked for where there is a file already
├── NotEmpty              a restore was asked for where there is something already
├── OlderSchema           needs an upgrade, opened only for reading
├── NewerSchema           made by a newer Klarsjekk
├── ChainKeyMissing       sealed with a key we do not have
├── ChainKeyUseless       the key of the chain cannot be used
├── ReadOnly              may be read, not written
├── LockedByAnother       another process has it
├── Busy                  no turn within the waiting time
├── DiskFull              no room for the save
├── DiskFault             the disk would not take the save
└── Unavailable           anything else the database says
"""

from pathlib import Path


class DatabaseProblem(Exception):
    """One parent for all; `path` is the file or the address without its password, `cause` says more when it can."""

    what = ""
    remedy = ""

    def __init__(self, path: Path | str, cause: str = "") -> None:
        self.path = path
        self.cause = cause
        told = f" ({cause})" if cause else ""
        super().__init__(f"{path}: {self.what}{told}. {self.remedy}")


class UnsupportedDatabase(DatabaseProblem):
    what = "denne adressen kan ikke brukes som database"
    remedy = "Skriv for eksempel sqlite:///data/klarsjekk.db."


class SettingsClash(DatabaseProblem):
    what = "databasen er oppgitt på to måter"
    remedy = "Sett enten DATABASE_URL eller KLARSJEKK_DB_HOST, _NAME, _USER og _PASSWORD."


class SettingWrong(DatabaseProblem):
    what = "innstillingen kan ikke brukes"
    remedy = "Sett KLARSJEKK_DB_HOST, _NAME og _USER, og _PORT når den ikke er 5432."


class FolderMissing(DatabaseProblem):
    what = "mappen til databasen finnes ikke"
    remedy = "Lag mappen, eller rett adressen til databasen."


class TargetFolderMissing(DatabaseProblem):
    what = "mappen for sikkerhetskopien finnes ikke"
    remedy = "Lag mappen, eller oppgi en annen."


class NotAFolder(DatabaseProblem):
    what = "dette er en fil, ikke en mappe"
    remedy = "Oppgi mappen som kopiene skal ligge i."


class NotAFile(DatabaseProblem):
    what = "dette er en mappe, ikke en fil"
    remedy = "Oppgi navnet på en ny fil i mappen, eller bruk --keep."


class FileMissing(DatabaseProblem):
    what = "databasefilen finnes ikke"
    remedy = "Rett adressen, eller legg tilbake en sikkerhetskopi. Vi lager ingen ny database uten å bli bedt om det."


class FileEmpty(DatabaseProblem):
    what = "databasefilen er tom (0 byte)"
    remedy = "Legg tilbake en sikkerhetskopi, eller fjern filen hvis du vil begynne på nytt."


class NotADatabase(DatabaseProblem):
    what = "filen er ikke en SQLite-database"
    remedy = "Rett adressen, eller legg tilbake en sikkerhetskopi. Filen er ikke rørt."


class NotOurs(DatabaseProblem):
    what = "filen er en SQLite-database, men tilhører et annet program"
    remedy = "Rett adressen til databasen. Filen er ikke rørt."


class Damaged(DatabaseProblem):
    what = "databasefilen er skadet eller avkortet"
    remedy = "Ta vare på filen og legg tilbake siste sikkerhetskopi."


class StrayJournal(DatabaseProblem):
    what = "databasefilen mangler, men loggen til den (-wal) ligger igjen"
    remedy = "Flytt databasefilen tilbake til loggen. Har du ikke filen lenger, flytt loggen bort først."


class FileReplaced(DatabaseProblem):
    what = "databasefilen er byttet ut mens appen er i gang, og lagringen ble ikke gjort"
    remedy = "Legg tilbake filen som var der, eller start appen på nytt med den nye."


class ServerAway(DatabaseProblem):
    what = "databaseserveren svarer ikke"
    remedy = "Prøv igjen om litt. Sjekk at PostgreSQL er i gang, og at navn og port er riktige."


class ServerStarting(DatabaseProblem):
    what = "databaseserveren er på vei opp eller ned"
    remedy = "Prøv igjen om litt."


class LoginRefused(DatabaseProblem):
    what = "databaseserveren godtar ikke brukeren eller passordet"
    remedy = "Rett brukeren og passordet i innstillingene."


class DatabaseMissing(DatabaseProblem):
    what = "databaseserveren har ingen database med dette navnet"
    remedy = "Rett navnet, eller be den som driver PostgreSQL om å lage databasen."


class NoTables(DatabaseProblem):
    what = "databasen er tom: den har ingen tabeller"
    remedy = "Kjør «python cli.py migrate» for å lage dem, eller legg tilbake en sikkerhetskopi."


class WrongEncoding(DatabaseProblem):
    what = "databasen kan ikke ta vare på alle tegn"
    remedy = "Lag databasen på nytt med kodingen UTF8."


class NoRights(DatabaseProblem):
    what = "brukeren har ikke lov til dette i databasen"
    remedy = "Be den som driver PostgreSQL om rettigheter til tabellene."


class ConnectionLost(DatabaseProblem):
    what = "forbindelsen til databasen ble brutt"
    remedy = "Prøv igjen."


class FileExists(DatabaseProblem):
    what = "filen finnes fra før"
    remedy = "Velg et annet navn. Filen er ikke rørt."


class NotEmpty(DatabaseProblem):
    what = "her er det en database fra før"
    remedy = "Legg sikkerhetskopien tilbake på et nytt sted. Ingenting er rørt."


class OlderSchema(DatabaseProblem):
    what = "databasen er fra en eldre utgave av Klarsjekk"
    remedy = "Start appen eller kjør «python cli.py migrate» først."


class NewerSchema(DatabaseProblem):
    what = "databasen er fra en nyere utgave av Klarsjekk"
    remedy = "Oppdater Klarsjekk, eller bruk en eldre sikkerhetskopi. Databasen er ikke rørt."


class ChainKeyMissing(DatabaseProblem):
    what = "databasen er forseglet med en nøkkel som mangler her"
    remedy = (
        "Sett KLARSJEKK_CHAIN_KEY, eller legg nøkkelfilen (.key) tilbake ved siden av databasen. Er nøkkelen tapt, "
        "ta en sikkerhetskopi og legg den tilbake på et nytt sted."
    )


class ChainKeyUseless(DatabaseProblem):
    what = "nøkkelen til forseglingen kan ikke brukes"
    remedy = "Lag en med «openssl rand -hex 32», og sett KLARSJEKK_CHAIN_KEY eller KLARSJEKK_CHAIN_KEY_FILE."


class ReadOnly(DatabaseProblem):
    what = "databasen kan leses, men ikke skrives"
    remedy = "Gi skrivetilgang til både filen og mappen."


class LockedByAnother(DatabaseProblem):
    what = "databasen er i bruk av en annen prosess"
    remedy = "Stopp den andre prosessen først, eller gjør jobben der."


class Busy(DatabaseProblem):
    what = "databasen er opptatt"
    remedy = "Prøv igjen om litt."


class DiskFull(DatabaseProblem):
    what = "disken er full, og lagringen ble ikke gjort"
    remedy = "Frigjør plass og lagre på nytt. Det som var lagret før, er trygt."


class DiskFault(DatabaseProblem):
    what = "disken tok ikke imot lagringen"
    remedy = "Sjekk disken og kvoten på den, og lagre på nytt. Det som var lagret før, er trygt."


class Unavailable(DatabaseProblem):
    what = "databasen svarer ikke som den skal"
    remedy = "Prøv igjen. Se loggen hvis det ikke hjelper."
