"""A district as its student information system exports it: OneRoster, staff alone, everybody made up."""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

DEPARTMENTS = ("Grade K-1", "Grade 2", "Grade 3", "Grade 4", "Grade 5", "Specialists", "Office")
FIRST = ("Ana", "Bo", "Cy", "Dee", "Ed", "Fay", "Gil", "Hal", "Ivy", "Jo")
LAST = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Kelp")
MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,{version}\nfile.users,bulk\n"


@dataclass
class District:
    """So many schools, so many staff in all; rows of any file may be changed before it is written."""

    schools: int = 3
    staff: int = 60
    version: str = "1.2"
    files: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files["manifest.csv"] = MANIFEST.format(version=self.version).splitlines()
        self.files["academicSessions.csv"] = [
            "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
            "y1,active,,2026-27,schoolYear,2026-08-17,2027-06-04,,2027",
            "t1,active,,Fall,term,2026-08-17,2026-12-18,y1,2027",
        ]
        self._orgs()
        self._users()

    def _orgs(self) -> None:
        rows = [
            "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
            "d,active,,Sample District,district,1,",
        ]
        for school in range(self.schools):
            rows.append(f"s{school},active,,School {school},school,{1000 + school},d")
            rows += [
                f"s{school}-{n},active,,{name},department,,s{school}" for n, name in enumerate(DEPARTMENTS)
            ]
        self.files["orgs.csv"] = rows

    def _users(self) -> None:
        one_file = self.version == "1.1"
        more = ",orgSourcedIds,role" if one_file else ""
        users = [f"sourcedId,status,dateLastModified,enabledUser{more},username,givenName,familyName,email"]
        roles = [
            "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId"
        ]
        for n in range(self.staff):
            first, last = FIRST[n % len(FIRST)], LAST[n // len(FIRST) % len(LAST)]
            school, place = n % self.schools, n // self.schools
            role = "teacher" if place else "administrator" if one_file else "principal"
            orgs = [f"s{school}", f"s{school}-{place % len(DEPARTMENTS)}"]
            middle = f',"{",".join(orgs)}",{role}' if one_file else ""
            users.append(f"u{n},active,,true{middle},u{n},{first},{last}{n},u{n}@district.example")
            roles += [f"r{n}-{org},active,,u{n},primary,{role},,,{org}" for org in orgs]
        self.files["users.csv"] = users
        if not one_file:
            self.files["roles.csv"] = roles

    def written(self, folder: Path) -> Path:
        """The export as a zip file in that folder."""
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
            for name, rows in self.files.items():
                archive.writestr(name, "\r\n".join(rows) + "\r\n")
        path = folder / "district.zip"
        path.write_bytes(packed.getvalue())
        return path
