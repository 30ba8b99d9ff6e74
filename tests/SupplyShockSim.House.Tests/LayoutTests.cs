namespace SupplyShockSim.House.Tests;

/// <summary>Where things live.</summary>
public sealed class LayoutTests
{
    private static readonly HashSet<string> TopLevel =
    [
        "src", "tests", "scenarios", "benchmarks", "SupplyShockSim.sln", "README.md",
        "LICENSE", "LICENSE-DATA", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "SECURITY.md",
        "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    private static IEnumerable<string> Rooms => Repository.Ending(".csproj").Where(file => file.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void The_top_level_is_fixed() =>
        Repository.AssertNone(
            from name in Repository.Files.Select(file => file.Split('/')[0]).Distinct()
            where !TopLevel.Contains(name) && !name.StartsWith('.')
            select $"{name} does not belong at the top level");

    [Fact]
    public void Every_room_has_a_page_that_the_house_links()
    {
        var house = Repository.Text("src/README.md");
        Repository.AssertNone(
            from room in Rooms.Select(Folder)
            let name = Path.GetFileName(room)
            where !Repository.Files.Contains($"{room}/README.md") || !house.Contains($"]({name}/README.md", StringComparison.Ordinal)
            select $"{room} needs a README.md of a page, and src/README.md a link to it: [...]({name}/README.md)");
    }

    [Fact]
    public void Every_room_says_what_it_is() =>
        Repository.AssertNone(
            from room in Rooms
            where !Repository.Text(room).Contains("<Description>", StringComparison.Ordinal)
            select $"{room} needs a <Description>: what the room is, in one sentence");

    [Fact]
    public void Every_room_has_tests_of_its_own() =>
        Repository.AssertNone(
            from room in Rooms
            let name = Path.GetFileNameWithoutExtension(room)
            where !Repository.Files.Contains($"tests/{name}.Tests/{name}.Tests.csproj")
            select $"{name} needs a project tests/{name}.Tests");

    [Fact]
    public void Every_project_is_in_the_solution_and_locks_its_packages()
    {
        var solution = Repository.Text("SupplyShockSim.sln").Replace('\\', '/');
        Repository.AssertNone(
            from project in Repository.Ending(".csproj")
            where !solution.Contains(project, StringComparison.Ordinal) || !Repository.Files.Contains($"{Folder(project)}/packages.lock.json")
            select $"{project} is not in SupplyShockSim.sln or has no packages.lock.json (dotnet sln add, dotnet restore)");
    }

    private static string Folder(string file) => file[..file.LastIndexOf('/')];
}
