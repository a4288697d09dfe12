using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Architecture.Tests;

/// <summary>
/// Zorgaanbieders is one service with one database and seven rooms. A room is a folder and a namespace. Opslag holds the database of all
/// rooms and is no room itself.
/// </summary>
public sealed class ZorgaanbiederskamersTests
{
    private const string Map = "src/Services/Zorgaanbieders";
    private const BindingFlags Alles =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Kamers =
        ["Begeleidingsplannen", "Declaraties", "Levering", "Register", "Toewijzingen", "Verzoeken", "Webhooks"];

    private static readonly Dictionary<short, OpCode> Opcodes =
        typeof(OpCodes).GetFields().Select(veld => (OpCode)veld.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The other rooms that each room knows, according to its source and to its compiled code.</summary>
    private static readonly Dictionary<string, string[]> Kent =
        Kamers.ToDictionary(kamer => kamer, kamer => InTekst(kamer).Union(InCode(kamer)).Where(ander => ander != kamer).Order().ToArray());

    [Fact]
    public void Every_file_lies_in_a_room_and_names_it()
    {
        var mappen = Huis.Bestanden(Map, "*.cs").Select(bron => Path.GetRelativePath(Map, bron)).Where(bron => bron.Contains('/'))
            .Select(bron => bron[..bron.IndexOf('/')]).Distinct();
        mappen.Except([.. Kamers, "Opslag"]).ShouldBeEmpty();
        foreach (var kamer in Kamers)
            foreach (var bron in Huis.Bestanden($"{Map}/{kamer}", "*.cs"))
                Huis.Lees(bron).ShouldContain($"namespace WmoPlatform.Zorgaanbieders.{kamer};", Case.Sensitive, bron);
    }

    [Fact]
    public void The_register_knows_no_room_and_assignments_know_only_the_register()
    {
        Kent["Register"].ShouldBeEmpty();
        Kent["Toewijzingen"].ShouldBe(["Register"]);
    }

    [Fact]
    public void No_room_knows_itself_through_another()
    {
        foreach (var kamer in Kamers)
            Kent[kamer].SelectMany(Bereikbaar).ShouldNotContain(kamer, $"{kamer} -> {string.Join(", ", Kent[kamer])}");
    }

    private static HashSet<string> Bereikbaar(string kamer)
    {
        var gezien = new HashSet<string>();
        Volg(kamer);
        return gezien;

        void Volg(string van)
        {
            if (!gezien.Add(van)) return;
            foreach (var naar in Kent[van]) Volg(naar);
        }
    }

    /// <summary>The rooms that the sources name. Compiled code shows no use of a constant or an enum; the using directive does.</summary>
    private static IEnumerable<string> InTekst(string kamer) => Huis.Bestanden($"{Map}/{kamer}", "*.cs")
        .SelectMany(bron => Regex.Matches(Huis.Lees(bron), @"\bZorgaanbieders\.(\w+)")).Select(m => m.Groups[1].Value)
        .Where(naam => Kamers.Contains(naam));

    /// <summary>The rooms whose types the compiled code uses, even where the source names no type.</summary>
    private static IEnumerable<string> InCode(string kamer) =>
        typeof(ZorgaanbiedersDb).Assembly.GetTypes().Where(type => KamerVan(type) == kamer)
        .SelectMany(Gebruikt).SelectMany(Uitgepakt).Select(KamerVan).OfType<string>();

    private static string? KamerVan(Type type) =>
        type.Namespace is { } naam && naam.StartsWith("WmoPlatform.Zorgaanbieders.", StringComparison.Ordinal)
        && Kamers.Contains(naam["WmoPlatform.Zorgaanbieders.".Length..]) ? naam["WmoPlatform.Zorgaanbieders.".Length..] : null;

    private static IEnumerable<Type?> Gebruikt(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetFields(Alles).Select(veld => veld.FieldType),
        .. type.GetMethods(Alles).Select(methode => methode.ReturnType),
        .. type.GetMethods(Alles).Concat<MethodBase>(type.GetConstructors(Alles)).SelectMany(methode =>
            methode.GetParameters().Select(parameter => parameter.ParameterType)
                .Concat(methode.GetMethodBody()?.LocalVariables.Select(lokaal => lokaal.LocalType) ?? [])
                .Concat(InIl(methode))),
    ];

    /// <summary>The types of every field, method and type in the instructions of a method.</summary>
    private static IEnumerable<Type> InIl(MethodBase methode)
    {
        if (methode.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var vanType = methode.DeclaringType!.IsGenericType ? methode.DeclaringType.GetGenericArguments() : null;
        var vanMethode = methode.IsGenericMethod ? methode.GetGenericArguments() : null;
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == 0xFE ? Opcodes[unchecked((short)(0xFE00 | il[++i]))] : Opcodes[il[i]];
            i++;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                foreach (var type in Achter(methode.Module.ResolveMember(BitConverter.ToInt32(il, i), vanType, vanMethode)!))
                    yield return type;
            i += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Achter(MemberInfo lid) => lid switch
    {
        Type type => [type],
        FieldInfo veld => [veld.DeclaringType!, veld.FieldType],
        MethodInfo methode => [methode.DeclaringType!, methode.ReturnType, .. methode.GetGenericArguments()],
        _ => [lid.DeclaringType!],
    };

    /// <summary>A type with its type arguments: <c>Task&lt;List&lt;Verzoek&gt;&gt;</c> uses <c>Verzoek</c>.</summary>
    private static IEnumerable<Type> Uitgepakt(Type? type) => type is null ? []
        : type.HasElementType ? Uitgepakt(type.GetElementType())
        : [type, .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Uitgepakt) : []];
}
